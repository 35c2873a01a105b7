import { readAnnotations, readArticle, readReport } from '../read';
import { answerOrders } from './answer-orders';

answerOrders({ read: readArticle, 'read-report': readReport, 'read-annotations': readAnnotations });
