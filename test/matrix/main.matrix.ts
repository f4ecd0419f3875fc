import { MAIN_SCENES } from './main-scenes.ts';
import { playStages } from './suite.ts';

playStages(MAIN_SCENES);
