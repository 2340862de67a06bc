process.env.FOOTPRINT_TEST_LOG = 'eventstoredb';
