/** What does the panel look like before script has done anything? */
import { FingerprintPanel } from './markup.tsx';
import type { FingerprintPanelWords } from './words.ts';

const words: FingerprintPanelWords = {
  gettingReady: 'Getting ready',
  ready: 'Ready. You can switch off your connection now.',
  notAvailable: 'This browser cannot make fingerprints. Links alone are enough.',
  distorted: 'This browser changes what pages read from pictures.',
  choose: 'Choose pictures',
  chooseMore: 'Choose more pictures',
  listLabel: 'Your pictures',
  reading: 'Reading',
  waiting: 'Waiting',
  done: 'Fingerprint made',
  remove: 'Remove {name}',
  countOne: '1 picture is ready.',
  countMany: '{count} pictures are ready.',
  stillReading: 'Some pictures are still being read.',
  keptName: 'Picture {number}, from before',
  keptVideoName: 'Video {number}, from before',
  videos: 'I also have videos',
  videosHint: 'Loads a program that reads videos, about {size}.',
  chooseFiles: 'Choose pictures or videos',
  chooseMoreFiles: 'Choose more files',
  videosLoading: 'The program that reads videos is loading.',
  videosReady: 'Ready, for videos too. You can switch off your connection now.',
  videosNotAvailable: 'This browser cannot read videos. Pictures and links work.',
  videosNotLoaded: 'The part for videos did not load.',
  readingVideo: 'Reading {at} of {of}',
  readingVideoSince: 'Reading, {at} so far',
  stop: 'Stop reading {name}',
  doneInPart: 'Fingerprint made of the part that can be read',
  countFilesOne: '1 file is ready.',
  countFilesMany: '{count} files are ready.',
  whatIsSent: 'See what will be sent',
  whatIsSentNote: 'These numbers, and nothing else of the picture.',
  problems: {
    unsupported: 'Not a picture we can read.',
    heic: 'Save it as JPEG first.',
    video: 'This is a video.',
    'video-kind': 'Not a kind of video we can read.',
    'video-codec': 'This browser cannot read how it is coded.',
    hevc: 'This browser cannot read HEVC.',
    'sound-only': 'Sound, and no picture.',
    'video-damaged': 'The video is damaged.',
    'video-too-large': 'The video is too large.',
    'video-too-long': 'The video is too long.',
    'video-plain': 'The video is too plain.',
    'too-many-videos': 'Too many videos at once.',
    cmyk: 'Made for print: save it again as JPEG.',
    damaged: 'The file is damaged.',
    'too-large': 'The file is too large.',
    'too-many-pixels': 'The picture is too large.',
    'too-plain': 'The picture is too plain.',
    'too-many-pictures': 'Too many at once.',
    twice: 'Already in the list.',
    'out-of-memory': 'Not enough memory.',
  },
};

export const examples = [
  {
    name: 'at first',
    node: (
      <FingerprintPanel
        name="fingerprints"
        label="Choose pictures"
        withoutScript="Links alone are enough."
        videoReaderBytes={240_000}
        words={words}
      />
    ),
  },
];
