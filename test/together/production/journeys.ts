import { runSpecs } from '../run-together.js';
import { journeysInProduction } from '../specs.js';

await runSpecs(journeysInProduction());
