import { App } from 'aws-cdk-lib';
import { addSluice } from 'sluice/cdk';

const app = new App();
await addSluice(app, { root: import.meta.dirname });
app.synth();
