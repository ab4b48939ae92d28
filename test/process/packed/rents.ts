import { runPipeline, sourceFileOf } from 'sluice/testing';
import { rents } from './pipelines/rents/pipeline.ts';

const { status } = await runPipeline(rents, {
  source: sourceFileOf('flats.csv', 'area,rent\n40,400\n50,500\n60,600\n'),
});
console.log(status);
