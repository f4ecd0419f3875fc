import { stages } from '../action/index.js';

await stages.renew();
