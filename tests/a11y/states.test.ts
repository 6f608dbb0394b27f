import { describeStates } from '../support/axe.ts';

describeStates();
