/** Name of a spool's folder; it tells the process that will remove it, should that be killed before. */
export const SPOOL_NAME = /^sluice-spool-(\d+)-\w{6}$/;

/** How the names of this process's spools begin. */
export const SPOOL_PREFIX = `sluice-spool-${process.pid}-`;
