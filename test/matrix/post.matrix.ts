import { POST_SCENES } from './post-scenes.ts';
import { playStages } from './suite.ts';

playStages(POST_SCENES);
