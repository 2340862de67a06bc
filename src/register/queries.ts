import { CheckRegisterHandler } from './check/check.query.js';
import { ExportRegisterHandler } from './export/export.query.js';
import { ListImportsHandler } from './imports/imports.query.js';

/** The class that answers every question about registers: those that would be read in, those that were, and the one that is written back. */
export const registerQueries = [CheckRegisterHandler, ListImportsHandler, ExportRegisterHandler];
