import { LEASE_SCENES } from './lease-scenes.ts';
import { playStages } from './suite.ts';

playStages(LEASE_SCENES);
