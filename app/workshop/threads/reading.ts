import { copyPage } from '../copy-page';
import { inertPdf } from '../inert-pdf';
import { readAnnotations, readArticle, readReport } from '../read';
import { readWords } from '../read-words';
import { tellType } from '../tell-type';
import { answerOrders } from './answer-orders';

answerOrders({
  read: readArticle,
  'read-report': readReport,
  'read-annotations': readAnnotations,
  'copy-page': copyPage,
  'inert-pdf': inertPdf,
  'read-words': readWords,
  'tell-type': tellType,
});
