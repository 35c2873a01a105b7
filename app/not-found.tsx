import { Absent } from '@/components/newsroom/Lost';

export default Absent;
