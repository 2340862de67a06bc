import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkFileSystemIn, networkFileSystemUnder } from './network-file-system.js';

/** A machine with a share for everything that might be mistaken for a disk. */
const mountsWith = (...mounts: readonly [at: string, type: string][]): string =>
  [
    '22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
    '23 22 0:5 / /dev rw,nosuid shared:2 - devtmpfs udev rw,size=8G',
    ...mounts.map(([at, type], index) => `${90 + index} 22 0:${50 + index} / ${at} rw,relatime - ${type} server:/x rw`),
    '',
  ].join('\n');

describe('the file system under a data folder', () => {
  it.each([
    'nfs',
    'nfs4',
    'cifs',
    'smb3',
    '9p',
    'ceph',
    'glusterfs',
    'lustre',
    'fuse.sshfs',
    'fuse.s3fs',
    'fuse.rclone',
  ])('is %s, behind a network', (type) => {
    expect(networkFileSystemIn(mountsWith(['/srv', type]), '/srv/footprint')).toBe(type);
  });

  it.each(['ext4', 'xfs', 'btrfs', 'zfs', 'overlay', 'tmpfs', 'fuseblk', 'fuse.lxcfs'])(
    'is %s, on this machine',
    (type) => {
      expect(networkFileSystemIn(mountsWith(['/srv', type]), '/srv/footprint')).toBeUndefined();
    },
  );

  it('is that of the innermost mount, whichever is named first', () => {
    const local = mountsWith(['/srv', 'nfs4'], ['/srv/footprint', 'xfs']);
    expect(networkFileSystemIn(local, '/srv/footprint/data')).toBeUndefined();
    const remote = mountsWith(['/srv/footprint', 'nfs4'], ['/srv', 'xfs']);
    expect(networkFileSystemIn(remote, '/srv/footprint')).toBe('nfs4');
    expect(networkFileSystemIn(remote, '/srv/footprints')).toBeUndefined();
  });

  it('is that of the mount which hides another at the same place', () => {
    expect(networkFileSystemIn(mountsWith(['/srv', 'ext4'], ['/srv', 'cifs']), '/srv/data')).toBe('cifs');
    expect(networkFileSystemIn(mountsWith(['/srv', 'cifs'], ['/srv', 'ext4']), '/srv/data')).toBeUndefined();
  });

  it('is found where the place has a space in its name', () => {
    expect(networkFileSystemIn(mountsWith(['/srv/our\\040share', 'cifs']), '/srv/our share/data')).toBe('cifs');
  });

  it('is not known where nothing is said of it', () => {
    expect(networkFileSystemIn('', '/srv/data')).toBeUndefined();
    expect(networkFileSystemIn('neither one thing\nnor - the other', '/srv/data')).toBeUndefined();
  });

  it('is looked up for a folder that is yet to be made', () => {
    expect(networkFileSystemUnder(join(tmpdir(), 'not', 'there', 'yet'))).toBeUndefined();
  });
});
