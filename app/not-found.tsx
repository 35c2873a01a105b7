import { Absent } from '@/components/newsroom/Absent';

export default Absent;
