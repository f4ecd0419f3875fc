import { playStages } from './suite.ts';
import { SYNC_SCENES } from './sync-scenes.ts';

playStages(SYNC_SCENES);
