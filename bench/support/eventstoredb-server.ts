import { systemClock } from '../../src/platform/clock/clock.js';
import { EventStoreDbServer } from '../../test/support/eventstoredb/server.js';

// A process of its own, so that what is measured and what answers it do not share a processor. It says where it is, and is killed.
const server = await EventStoreDbServer.start({ clock: systemClock });
console.log(server.connectionString);
