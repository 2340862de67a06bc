import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './platform/clock/clock.js';
import { readConfig } from './platform/config/config.js';
import { writeOpenApi } from './platform/http/openapi.js';
import { Log } from './platform/logging/log.js';
import { createService } from './service.js';

/* The last step of the build: writes the description of the API, which is the same for every council and every start. */

const folder = mkdtempSync(join(tmpdir(), 'footprint-describe-'));
const config = readConfig({ FOOTPRINT_DATA_DIR: folder });
const app = await createService(config, { alarms: false }, new Log(systemClock, () => undefined));
writeOpenApi(app);
await app.close();
rmSync(folder, { recursive: true, force: true });
