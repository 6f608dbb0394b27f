import { describeAxe } from '../support/axe.ts';

describeAxe(0);
