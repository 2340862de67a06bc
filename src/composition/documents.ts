import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Provider } from '@nestjs/common';
import { Documents, DOCUMENT_TROUBLE, type OnTrouble } from '../documents/documents.js';
import { DocumentsOfForms } from '../documents/documents-of-forms.js';
import { Clamd } from '../documents/scan/clamd.js';
import { VIRUS_SCANNER, type VirusScanner } from '../documents/scan/virus-scanner.js';
import { DOCUMENT_STORE, type DocumentStore } from '../documents/store/document-store.js';
import { FolderDocuments } from '../documents/store/folder-documents.js';
import { MemoryDocuments } from '../documents/store/memory-documents.js';
import type { Config } from '../platform/config/config.js';
import { systemClock } from '../platform/clock/clock.js';
import { DataFolder } from '../platform/event-store/data-folder.js';
import { failureOf } from '../platform/logging/failure.js';
import { KEY_BYTES } from '../platform/sealing/sealing.js';
import { keptSealingKey } from '../platform/sealing/sealing-key.js';
import { FORM_DOCUMENTS } from '../web/forms/form-documents.js';
import type { Composition } from './composition.js';
import { DATA_FOLDER } from './record.js';
import { sealingKeyFor } from './sealing-key.js';

/** Documents that people send as evidence: the place in which they are kept, and the scanner that looks for viruses in them. */
export const documents = (config: Config, { log }: Composition): Provider[] => [
  {
    provide: DOCUMENT_STORE,
    inject: [DATA_FOLDER],
    useFactory: (folder: DataFolder | null) => documentStoreFor(config, folder),
  },
  { provide: VIRUS_SCANNER, useFactory: () => virusScannerIn(config) },
  {
    provide: DOCUMENT_TROUBLE,
    useValue: ((what, error) => log?.warn(what, failureOf(error))) satisfies OnTrouble,
  },
  Documents,
  DocumentsOfForms,
  { provide: FORM_DOCUMENTS, useExisting: DocumentsOfForms },
];

/** In the folder that the settings name; where nothing is kept on disk, and none is named, in memory. */
export const documentStoreFor = (config: Config, folder: DataFolder | null): DocumentStore =>
  folder === null && !config.documents.isNamed
    ? new MemoryDocuments()
    : new FolderDocuments(config.documents.folder, sealingKeyFor(config, folder));

export const virusScannerIn = ({ documents: { clamd } }: Config): VirusScanner | null =>
  clamd === null ? null : new Clamd(clamd);

/** The documents of a data folder, for the command line; also beside a running service. */
export const documentsFor = (config: Config): Documents => {
  const folder = DataFolder.open(config.dataDir, { readOnly: true });
  return new Documents(documentStoreFor(config, folder), virusScannerIn(config), systemClock, () => undefined);
};

/** To look at what is there. No key is made for it: where there is none, nothing opens. */
export const documentsToVerify = ({ documents: { folder }, sealingKey, dataDir }: Config): DocumentStore => {
  const { sealingKeyFile } = DataFolder.open(dataDir, { readOnly: true });
  const key = sealingKey ?? (existsSync(sealingKeyFile) ? keptSealingKey(sealingKeyFile) : randomBytes(KEY_BYTES));
  return new FolderDocuments(folder, key);
};
