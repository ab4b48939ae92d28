import packageDocument from '../../package.json' with { type: 'json' };

/** Version of Sluice. */
export const version: string = packageDocument.version;
