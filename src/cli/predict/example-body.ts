import { decodeArtifact } from '../../artifacts/decode-artifact.ts';
import type { Model } from '../../models/model.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { ReleasedVersion } from '../../tracking/step-record.ts';
import { unknownVersion } from '../../tracking/rules/unknown-version.ts';

/** A request for one prediction, of the row that the model carries. Throws `model.version-unknown`, `artifact.missing`. */
export async function exampleBody(
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  { model, version }: ReleasedVersion,
): Promise<string> {
  const registered = await records.registry.version(model, version);
  if (!registered) throw unknownVersion(model, version);
  const { inputExample } = (await decodeArtifact(artifacts, registered.artifact)) as Model;
  return JSON.stringify({ dataframe_records: [inputExample] });
}
