import { describeEventStoreContract } from '../../src/platform/event-store/event-store.contract.js';
import { storeUnderTest, WHICH_SERVER } from '../support/eventstoredb/under-test.js';

describeEventStoreContract(WHICH_SERVER, storeUnderTest);
