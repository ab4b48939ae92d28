// What `import … from 'sluice/testing'` gives: pipelines and steps run in memory, for tests of them.
export { runPipeline, type PipelineResult, type TestParameters } from '../src/testing/run-pipeline.ts';
export { runStep, type StepResult, type StepSurroundings } from '../src/testing/run-step.ts';
export { sourceFileOf } from '../src/testing/source-file-of.ts';
export { testWorld, type TestWorld } from '../src/testing/test-world.ts';
