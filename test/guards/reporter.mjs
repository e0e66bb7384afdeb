// Prints what became of each test, one JSON object a line, for the program that started them.

export default async function* outcomes(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' || data.skip !== undefined) continue;
    const { error } = data.details;
    yield `${JSON.stringify({ name: data.name, passed: type === 'test:pass', failure: error?.failureType })}\n`;
  }
}
