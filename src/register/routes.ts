import { BringInPage } from './bringing-in/bring-in.page.js';
import { TryRegisterRoute } from './bringing-in/try-register.route.js';
import { withdrawImportPage } from './bringing-in/withdraw.page.js';
import { correctRowPage } from './correcting/correct-row.page.js';
import { CorrectRowRoute } from './correcting/correct-row.route.js';
import { ExportApi } from './export/export.api.js';
import { ExportPage } from './export/export.page.js';
import { takeOnManyPage } from './take-on/take-on-many.page.js';
import { ImportsApi } from './imports/imports.api.js';
import { ImportPage } from './imports/import.page.js';
import { ImportsPage } from './imports/imports.page.js';

/** Every route about registers: those that are read in, and those that were. */
export const registerRoutes = [
  ImportsApi,
  ExportApi,
  ExportPage,
  ImportsPage,
  ImportPage,
  TryRegisterRoute,
  BringInPage,
  withdrawImportPage,
  CorrectRowRoute,
  correctRowPage,
  takeOnManyPage,
];
