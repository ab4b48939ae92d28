import { SluiceError } from '../../errors/sluice-error.ts';

/** Throws `data.not-parquet`. */
export function notParquet(seen: string): never {
  throw new SluiceError({
    code: 'data.not-parquet',
    message: 'the file is no Parquet file',
    seen,
    allowed: "a file that starts and ends with 'PAR1'",
    mend: 'give a Parquet file, or read this one in its own format, as readCsv does CSV',
  });
}

/** Throws `data.parquet-truncated`. */
export function truncated(seen: string): never {
  throw new SluiceError({
    code: 'data.parquet-truncated',
    message: 'the Parquet file ends too early',
    seen,
    allowed: 'a whole file: its directory of contents is at its end',
    mend: 'it was likely cut off while written or copied: write or fetch it again',
  });
}

/** Throws `data.parquet-damaged`; what the decoder met is its cause. */
export function damaged(seen: string, cause?: unknown): never {
  throw new SluiceError({
    code: 'data.parquet-damaged',
    message: 'the Parquet file contradicts itself',
    seen,
    allowed: 'pages, rows and lengths that agree with the directory of contents',
    mend: 'the file was changed or written wrongly: write or fetch it again',
    cause,
  });
}

/** Throws `data.parquet-damaged` for a value that is not in the dictionary of its column. */
export function placeMissing(dictionarySize: number): never {
  damaged(`a value beyond the ${dictionarySize} of its dictionary`);
}

/** Throws `data.parquet-encrypted`. */
export function encrypted(seen: string): never {
  throw new SluiceError({
    code: 'data.parquet-encrypted',
    message: 'the Parquet file is encrypted',
    seen,
    allowed: 'plain columns and a plain directory of contents',
    mend: 'decrypt it with the tool and the keys that wrote it, and give the plain file',
  });
}

/** Throws `data.parquet-codec`. */
export function unknownCodec(column: string, codec: string, known: readonly string[]): never {
  throw new SluiceError({
    code: 'data.parquet-codec',
    message: `column '${column}' is compressed in a way that is not read here`,
    seen: codec,
    allowed: known.join(', '),
    mend: "write the file again with another compression, as pandas' to_parquet(…, compression='zstd')",
  });
}

/** Throws `data.parquet-encoding`. */
export function unknownEncoding(encoding: string): never {
  throw new SluiceError({
    code: 'data.parquet-encoding',
    message: 'a column is encoded in a way that is not read here',
    seen: encoding,
    allowed: 'plain, dictionary, run-length, delta and byte-stream-split encodings of their types',
    mend: 'write the file again with the usual encodings',
  });
}

/** Throws `data.parquet-nested`. */
export function nestedColumn(column: string, seen: string): never {
  throw new SluiceError({
    code: 'data.parquet-nested',
    message: `column '${column}' has no single value a row`,
    seen,
    allowed: 'columns of numbers, texts or times',
    mend: 'write its parts as columns of their own, or leave it out',
  });
}

/** Throws `data.parquet-kind`. */
export function wrongKind(column: string, kind: string, seen: string, allowed: string): never {
  throw new SluiceError({
    code: 'data.parquet-kind',
    message: `column '${column}' cannot be read as '${kind}'`,
    seen,
    allowed,
    mend: 'read it as the kind it has, or write it as the kind it should have',
  });
}
