/** What does she read while her device makes fingerprints, and when it cannot? */
export const fingerprintPanel = {
  gettingReady: 'Getting ready. This takes a moment.',
  ready: 'Ready. If you like, switch off your connection now, then choose your pictures. Switch it on again before you press Send.',
  /** Without WebAssembly, which the programs for HEIC pictures and videos need. */
  readySlow:
    'Ready. This browser does it slowly: a large picture can take a minute. HEIC pictures and videos do not work in it. If you like, switch off your connection now, then choose your pictures. Switch it on again before you press Send.',
  problemsSlow: {
    heic: 'This is a HEIC picture. This browser cannot read it here. A copy saved as JPEG works, and a link too.',
    video: 'This is a video. This browser cannot read it here. A link to it is enough for your request.',
  },
  notAvailable: 'This browser cannot make fingerprints here. That is fine: you can send your request with links alone.',
  distorted:
    'This browser changes the pictures that a page reads, to protect your privacy. Fingerprints made here would not match. Use links, or another browser on a device you trust.',
  choose: 'Choose pictures',
  chooseMore: 'Choose more pictures',
  listLabel: 'Your pictures',
  waiting: 'Waiting',
  reading: 'Reading',
  done: 'Fingerprint made',
  /** On the button; `removeName` is read out. */
  remove: 'Remove',
  removeName: 'Remove {name}',
  pictures: {
    one: '{count} picture is ready to be sent as a fingerprint.',
    other: '{count} pictures are ready to be sent as fingerprints.',
  },
  stillReading: 'Some pictures are still being read. Wait a moment, or remove them, then press the button again.',
  keptName: 'Picture {number}, from before',
  keptVideoName: 'Video {number}, from before',
  heic: 'I also have HEIC pictures',
  heicHint:
    'Many iPhones save pictures as HEIC. Loads a program of {size} that reads them on your device. Tick this while you are connected.',
  heicLoading: 'The program that reads HEIC pictures is loading.',
  loadingOther: 'One more program is loading. Stay connected for a moment.',
  heicReady:
    'Ready, for HEIC pictures too. If you like, switch off your connection now, then choose your pictures. Switch it on again before you press Send.',
  heicNotLoaded:
    'The part for HEIC pictures did not load. If your connection is off, switch it on and tick this again. Other pictures work without it.',
  videos: 'I also have videos',
  videosHint:
    'Loads a program of {size} that reads videos on your device. Tick this while you are connected. A service can find copies of a video by its fingerprint, but it misses those that were cropped, framed or turned.',
  chooseFiles: 'Choose pictures or videos',
  chooseMoreFiles: 'Choose more files',
  videosLoading: 'The program that reads videos is loading.',
  videosReady:
    'Ready, for videos too. If you like, switch off your connection now, then choose your files. Switch it on again before you press Send.',
  videosNotLoaded:
    'The part for videos did not load. If your connection is off, switch it on and tick this again. Pictures work without it.',
  videosNotAvailable: 'This browser cannot read videos here. Pictures still work, and a link to the video is enough for your request.',
  readingVideo: 'Reading frame by frame: {at} of {of}',
  readingVideoSince: 'Reading frame by frame: {at} so far',
  stop: 'Stop reading',
  stopName: 'Stop reading {name}',
  doneInPart: 'Fingerprint made of the part that can be read. The file seems to be damaged after it.',
  /** Where videos are among them. */
  filesReady: {
    one: '{count} file is ready to be sent as a fingerprint.',
    other: '{count} files are ready to be sent as fingerprints.',
  },
  whatIsSent: 'See exactly what will be sent',
  whatIsSentNote: 'These letters and numbers and nothing else of your files. No file names.',
  problems: {
    unsupported:
      'We cannot read this kind of file. JPEG, PNG, WebP and GIF pictures work, in most browsers AVIF too. You can save the picture as one of these and try again.',
    heic: 'This is a HEIC picture. Tick "I also have HEIC pictures" above, then choose it again. A copy saved as JPEG works too.',
    video: 'This is a video. Tick "I also have videos" above, then choose it again. A link to the video works too.',
    'video-kind': 'We cannot read this kind of video file. MP4, MOV, WebM and MKV work. A link to the video is enough for your request.',
    'video-codec':
      'This browser cannot read the way this video was saved. Another browser may. Or save it as an ordinary MP4 and choose that. A link works too.',
    hevc: 'This video was saved in a way that this browser cannot read (HEVC, used by many phones). Try the browser that came with the phone, or share the video to yourself as "most compatible" and choose that. A link works too.',
    'sound-only': 'There is only sound in this file, and no picture. A link to it is enough for your request.',
    'video-damaged': 'This video seems to be damaged. If you can play it, save it again and choose the new file. A link works too.',
    'video-too-large':
      'This video is too large: over 4 GB, or over 16 megapixels a frame. Save a smaller copy and choose that. A link works too.',
    'video-too-long': 'This video is longer than 30 minutes. Cut out the part that matters and choose that. A link works too.',
    'video-plain': 'This video is very plain or dark. Only exact copies of this file can be found by it, so a link helps more.',
    'too-many-videos': 'Together these videos are longer than two hours. Leave this one for a second request.',
    cmyk: 'This file was made for printing (CMYK), and its fingerprint would not match. Save it again as an ordinary JPEG or PNG and choose that.',
    damaged: 'This file seems to be damaged. If you can open it, save it again and choose the new file. A link works too.',
    'too-large': 'This file is larger than 100 MB. Save a smaller copy and choose that.',
    'too-many-pixels': 'This picture is larger than 50 megapixels. Save a smaller copy and choose that.',
    'too-plain': 'This picture is very plain. Only exact copies of this file can be found by it, so a link helps more.',
    'too-many-pictures': 'You can add 50 pictures to one request. Leave the others for a second one.',
    twice: 'You have added this picture already.',
    'out-of-memory': 'This device does not have enough memory for this picture. A link works too.',
  },
} as const;
