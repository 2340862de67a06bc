import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** File systems behind a network, as Linux names them: none of them keeps SQLite's locks and its shared memory as they must be kept. */
const BEHIND_A_NETWORK = [
  /^nfs\d?$/,
  /^(cifs|smb\d?|smbfs|ncpfs)$/,
  /^(9p|afs|beegfs|ceph|glusterfs|gfs2|gpfs|lustre|ocfs2)$/,
  /^fuse\.(ceph|davfs\d?|gcsfuse|glusterfs|goofys|rclone|s3fs|sshfs|blobfuse\d?)/,
];

const MOUNT_INFO = '/proc/self/mountinfo';

/**
 * The network file system on which a folder is, or would be made; undefined on a local disk, and where the system does not say.
 * @param path absolute
 */
export const networkFileSystemUnder = (path: string): string | undefined =>
  existsSync(MOUNT_INFO) ? networkFileSystemIn(readFileSync(MOUNT_INFO, 'utf8'), placeOf(path)) : undefined;

/**
 * The same, from what the system says of its mounts (proc(5), `mountinfo`): the innermost mount decides, and of two at one place the
 * later, which hides the other.
 */
export const networkFileSystemIn = (mountInfo: string, path: string): string | undefined => {
  let innermost: Mount | undefined;
  for (const mount of mountInfo.split('\n').flatMap(mountIn))
    if (isWithin(path, mount.at) && mount.at.length >= (innermost?.at.length ?? 0)) innermost = mount;
  return BEHIND_A_NETWORK.some((kind) => kind.test(innermost?.type ?? '')) ? innermost?.type : undefined;
};

interface Mount {
  readonly at: string;
  readonly type: string;
}

/** `36 35 98:0 / /mnt rw,noatime master:1 - ext4 /dev/sda1 rw`: the fifth field, and the first after the lonely hyphen. */
const mountIn = (line: string): Mount[] => {
  const [before = '', after = ''] = line.split(' - ');
  const at = before.split(' ')[4];
  const type = after.split(' ')[0];
  return at && type ? [{ at: withoutEscapes(at), type }] : [];
};

/** Spaces and the like are written as three octal digits. */
const withoutEscapes = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

const isWithin = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);

/** The real path of a folder; of one that is yet to be made, that of the first folder above it. */
const placeOf = (path: string): string => (existsSync(path) ? realpathSync(path) : placeOf(dirname(path)));
