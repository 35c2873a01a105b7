import { ClosedLink } from '@/components/guest/ClosedLink';

export default ClosedLink;
