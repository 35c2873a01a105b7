import { verifyAudit } from '../verify-audit';
import { writeReport } from '../write';
import { answerOrders } from './answer-orders';

answerOrders({ write: writeReport, 'verify-audit': verifyAudit });
