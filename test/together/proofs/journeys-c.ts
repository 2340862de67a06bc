import { runTogether } from '../run-together.js';

await runTogether('proofs', 'journeys-c');
