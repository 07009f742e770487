/** One question asked in several tools: how many took part and how many stayed below the threshold. */
export interface Example {
  id: 'duckdb' | 'r' | 'python' | 'jq' | 'power-query';
  tool: string;
  code: string;
}

/** What every example asks for: one work of one year, the whole region. */
export interface Asked {
  procedure: string;
  subject: string;
  year: number;
}

/** The examples of the page of the API; tests run them against the demo. */
export function examples(root: string, release: string, { procedure, subject, year }: Asked): Example[] {
  const data = `${root}data/${release}/`;
  const where = `level = 'region' AND procedure = '${procedure}' AND subject = '${subject}' AND year = ${year}`;
  return [
    {
      id: 'duckdb',
      tool: 'DuckDB',
      code: `curl -sO ${data}results.parquet && duckdb -c "SELECT participants_low, below_threshold_low FROM 'results.parquet' WHERE ${where}"`,
    },
    {
      id: 'r',
      tool: 'R',
      code: `Rscript -e 'r <- read.csv("${data}results.csv"); s <- subset(r, level == "region" & procedure == "${procedure}" & subject == "${subject}" & year == ${year}); cat(s$participants_low, s$below_threshold_low)'`,
    },
    {
      id: 'python',
      tool: 'Python',
      code: `python3 -c 'import csv, io, urllib.request as u; t = u.urlopen("${data}results.csv").read().decode(); [print(r["participants_low"], r["below_threshold_low"]) for r in csv.DictReader(io.StringIO(t)) if (r["level"], r["procedure"], r["subject"], r["year"]) == ("region", "${procedure}", "${subject}", "${year}")]'`,
    },
    {
      id: 'jq',
      tool: 'jq',
      code: `curl -s ${data}region.json | jq -r '.results[] | select(.procedure == "${procedure}" and .subject == "${subject}" and .year == ${year}) | "\\(.participants_low) \\(.below_threshold_low)"'`,
    },
    {
      id: 'power-query',
      tool: 'Excel (Power Query)',
      code: `= Table.PromoteHeaders(Csv.Document(Web.Contents("${data}results.csv"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]))`,
    },
  ];
}
