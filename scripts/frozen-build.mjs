/**
 * The port of the record system in the browser tests, beside that of the server.
 * @param {number} port of the server
 */
export const getRecordPort = (port) => port + 1000;

/**
 * Where pages find that record system: a name that is the same in every build. The browser is told which port is meant.
 */
export const recordOrigin = "http://record.localhost";

/** The environment that the browser tests are built with: a library that stays as it is, and one record system. */
export const frozenBuild = {
  MYOMATCH_LIBRARY: "../e2e/library",
  MYOMATCH_RECORD_SYSTEMS: JSON.stringify([
    { name: "Test hospital", url: `${recordOrigin}/fhir`, clientId: "myomatch" },
  ]),
};
