import { writeReport } from '../write';
import { answerOrders } from './answer-orders';

answerOrders({ write: writeReport });
