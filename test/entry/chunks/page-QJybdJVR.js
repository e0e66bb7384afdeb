export const hashes = { kk: 'dpBkj1dREenn8KJ5SV+F6AOnOSriTyPlgWyWgRgVqG8=' };
