import { readAnnotations, readArticle, readReport } from '../read';
import { tellType } from '../tell-type';
import { answerOrders } from './answer-orders';

answerOrders({
  read: readArticle,
  'read-report': readReport,
  'read-annotations': readAnnotations,
  'tell-type': tellType,
});
