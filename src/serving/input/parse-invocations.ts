import type { Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Signature } from '../../models/model.ts';
import { badBody } from './bad-body.ts';
import { csvRows } from './csv-form.ts';
import { columnRows, isMembers, listedRows, recordRows, splitRows } from './json-forms.ts';
import type { RawRows } from './raw-rows.ts';
import { readTable } from './read-table.ts';
import { shortened } from './shown.ts';

const MAX_SEEN_LENGTH = 200;
const FORMATS = ['instances', 'inputs', 'dataframe_split', 'dataframe_records'] as const;

/**
 * The rows of a prediction request in MLflow's scoring protocol, checked against the signature of the model.
 * `body` is the request's text, or for JSON the value already parsed. Columns that the model does not know are passed
 * over, as MLflow does, and so is `params`.
 * Throws `predict.unsupported-media-type`, `predict.bad-body`, `predict.too-many-rows` or `predict.invalid-input`.
 */
export function parseInvocations(body: unknown, contentType: string, signature: Signature): Table {
  return readTable(requestRows(body, contentType, signature), signature);
}

/** The rows of a prediction request as they were sent. Throws `predict.unsupported-media-type`, `predict.bad-body`. */
export function requestRows(body: unknown, contentType: string, signature: Signature): RawRows {
  const mediaType = mediaTypeOf(contentType);
  if (mediaType === 'application/json') return jsonRows(parseJson(body), signature);
  if (mediaType === 'text/csv' && typeof body === 'string') return csvRows(body, signature);
  throw new SluiceError({
    code: 'predict.unsupported-media-type',
    message: 'the request is of a media type that no prediction can be made from',
    seen: contentType === '' ? 'no content type' : shortened(contentType, MAX_SEEN_LENGTH),
    allowed: 'application/json or text/csv, in UTF-8',
    mend: 'send the header Content-Type: application/json',
  });
}

/** The media type without its parameters; undefined when another charset than UTF-8 is said. */
function mediaTypeOf(contentType: string): string | undefined {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return charset === undefined || /^"?utf-?8"?$/.test(charset) ? type : undefined;
}

function parseJson(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw badBody(`a body that is not JSON (${(cause as SyntaxError).message})`, cause);
  }
}

function jsonRows(body: unknown, signature: Signature): RawRows {
  if (!isMembers(body)) throw badBody('JSON that is no object');
  const formats = FORMATS.filter((format) => Object.hasOwn(body, format));
  const [format] = formats;
  if (format === undefined || formats.length > 1)
    throw badBody(`an object with ${Object.keys(body).join(', ') || 'nothing'}`);
  const content = body[format];
  if (format === 'dataframe_split') return splitRows(content);
  if (Array.isArray(content))
    return format === 'dataframe_records' ? recordRows(content) : listedRows(content, signature);
  if (isMembers(content) && format !== 'dataframe_records') return columnRows(content);
  throw badBody(`${format} that is no list of rows`);
}
