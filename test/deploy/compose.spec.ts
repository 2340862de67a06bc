import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { parse } from 'yaml';

/* What docker-compose.yml and the Dockerfile are held to, since no test starts a container. */

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: string[];
  readonly security_opt?: string[];
  readonly healthcheck?: { test?: string[]; disable?: boolean };
  readonly environment?: Record<string, string>;
  readonly secrets?: (string | { source: string; target: string })[];
  readonly volumes?: string[];
  readonly networks?: string[];
  readonly ports?: string[];
  readonly pids_limit?: number;
  readonly deploy?: { resources: { limits: { cpus: string; memory: string } } };
  readonly depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  readonly services: Record<string, Service>;
  readonly networks: Record<string, { internal?: boolean }>;
  readonly volumes: Record<string, object>;
  readonly secrets: Record<string, { file: string }>;
}

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const { services, networks, volumes, secrets } = parse(textOf('docker-compose.yml'), { merge: true }) as Compose;
const dockerfile = textOf('Dockerfile');
const PINNED = /^[a-z0-9./-]+:\d+\.\d+\.\d+[a-z0-9.-]*$/;

describe.each(Object.entries(services))('The service %s', (_, service) => {
  it('comes from an image of one version', () => {
    expect(service.image).toMatch(PINNED);
  });

  it('can change nothing but its data, and gain no right', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
  });

  it('is started again, is watched, and has bounds', () => {
    expect(service.restart).toMatch(/^(unless-stopped|on-failure:\d)$/);
    const watched = service.healthcheck?.test !== undefined || service.build !== undefined;
    expect(watched).toBe(true);
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.deploy?.resources.limits).toEqual({
      cpus: expect.stringMatching(/^\d$/),
      memory: expect.stringMatching(/^\d+[mg]$/),
    });
  });

  it('is given secrets as files, and none in a setting', () => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      const isSecret = /PASSWORD|SECRET|TOKEN|KEY|REDIS_URL|FOOTPRINT_LOG$/.test(name) && !/_FILE$/.test(name);
      expect({ name, isSecret }).toEqual({ name, isSecret: false });
      expect(value).not.toMatch(/:\/\/[^/]*@|changeit/);
    }
    for (const secret of service.secrets ?? []) {
      expect(Object.keys(secrets)).toContain(typeof secret === 'string' ? secret : secret.source);
    }
  });

  it('names only volumes, files, networks and services that there are', () => {
    for (const volume of service.volumes ?? []) {
      const [from] = volume.split(':');
      if (from!.startsWith('./')) expect(existsSync(new URL(from!, ROOT))).toBe(true);
      else expect(Object.keys(volumes)).toContain(from);
    }
    for (const network of service.networks ?? []) expect(Object.keys(networks)).toContain(network);
    for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(other);
  });
});

describe('docker-compose.yml', () => {
  it('opens the proxy alone to others', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
    const inside = Object.entries(services).filter(([, service]) => service.networks?.includes('back'));
    expect(networks.back).toEqual({ internal: true });
    expect(inside.map(([name]) => name)).not.toContain('proxy');
  });

  it('sends requests to every instance, each with read models of its own', () => {
    const instances = Object.keys(services).filter((name) => /^footprint-\d$/.test(name));
    expect(instances).toHaveLength(2);
    expect(services.proxy!.environment!.FOOTPRINT_INSTANCES).toBe(instances.map((name) => `${name}:3000`).join(' '));
    expect(new Set(instances.map((name) => services[name]!.volumes![0])).size).toBe(2);
  });

  it('lets every node of EventStoreDB know the two others, by names that their certificates hold', () => {
    const nodes = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
    for (const node of nodes) {
      const { environment = {} } = services[node]!;
      const others = nodes.filter((other) => other !== node).map((other) => `${other}:2113`);
      expect(environment.EVENTSTORE_GOSSIP_SEED).toBe(others.join(','));
      expect(environment.EVENTSTORE_NODE_HOST_ADVERTISE_AS).toBe(node);
      expect(environment.EVENTSTORE_CLUSTER_SIZE).toBe('3');
      expect(environment.EVENTSTORE_INSECURE).toBeUndefined();
    }
  });

  it('holds no secret file in git, nor sends one to the builder of images', () => {
    for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\.\/deploy\/secrets\//);
    expect(textOf('.gitignore')).toMatch(/^deploy\/secrets$/m);
    expect(textOf('.dockerignore')).toMatch(/^\*$/m);
    expect(textOf('.dockerignore')).not.toMatch(/^!deploy\/secrets/m);
  });
});

describe('Redis', () => {
  it('throws nothing out, keeps what it has, and takes nobody without the password', () => {
    const settings = textOf('deploy/redis/redis.conf');
    expect(settings).toMatch(/^maxmemory-policy noeviction$/m);
    expect(settings).toMatch(/^appendonly yes$/m);
    expect(settings).toMatch(/^include \/run\/secrets\/redis-password\.conf$/m);
  });
});

describe('The Dockerfile', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1)!;

  it('pins the image it begins with, of the Node that the program needs', () => {
    const begun = [...dockerfile.matchAll(/^FROM (\S+)/gm)]
      .map(([, image]) => image!)
      .filter((image) => /:/.test(image));
    for (const image of begun) expect(image).toMatch(/^node:24\.\d+\.\d+-/);
    expect(new Set(begun).size).toBe(1);
  });

  it('ends in a stage with production packages only, that is not root and is watched', () => {
    expect(dockerfile).toMatch(/npm ci --omit=dev/);
    expect(last).toMatch(/^COPY --from=packages \S+node_modules/m);
    expect(last).not.toMatch(/npm ci|apt-get|nest build/);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [^]*\["node"/m);
    expect(last).toMatch(/^CMD \["node"/m);
  });

  it('copies only what is there, and what .dockerignore lets the builder have', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) => from!.split(' '));
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) {
      const there = existsSync(new URL(path, ROOT));
      expect({ path, there, sent: isSentToTheBuilder(path) }).toEqual({ path, there: true, sent: true });
    }
  });
});

/** As Docker reads the file: of the lines that match a path, or a folder that it is in, the last one holds. */
const isSentToTheBuilder = (path: string): boolean => {
  const parts = path.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const last = textOf('.dockerignore')
    .split('\n')
    .filter((line) => /^[^#]/.test(line))
    .findLast((line) => paths.some((each) => matchesGlob(each, line.replace(/^!/, ''))));
  return last === undefined || last.startsWith('!');
};
