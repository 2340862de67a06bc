import ts from 'typescript';

/*
 * The changes to a source file that a test ought to notice. Each keeps the types, so that a change which nothing notices is one that no check of
 * this project would notice.
 */

const { SyntaxKind } = ts;

/** Another operator in place of an operator. */
const OPERATORS = {
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
};

/** Another method in place of a method with the same types. */
const METHODS = { some: 'every', every: 'some', max: 'min', min: 'max', startsWith: 'endsWith' };

/** Other words in place of words of a query. The text around them says that they stand in SQL. */
const IN_SQL = [
  [/ AND /g, ' OR '],
  [/ IS NOT NULL/g, ' IS NULL'],
  [/ IS NULL/g, ' IS NOT NULL'],
  [/ <= /g, ' < '],
  [/ >= /g, ' > '],
  [/ < /g, ' <= '],
  [/ > /g, ' >= '],
  [/ (?:INNER )?JOIN /g, ' LEFT JOIN '],
];
const SQL = /\b(SELECT|WHERE|FROM|AND|IS NULL|IS NOT NULL)\b/;

/** What stands in a decorator, a type, an import or the text of an error is no rule. */
const isPassedOver = (node) =>
  ts.isDecorator(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node);

/**
 * Every change to one place of `source`: where, what stands there and what is put in its place.
 * @returns {{ from: number, to: number, instead: string }[]}
 */
export const mutationsOf = (path, source) => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const put = (node, instead) => found.push({ from: node.getStart(file), to: node.getEnd(), instead });

  const inSql = (node) => {
    const start = node.getStart(file);
    const text = node.getText(file);
    if (!SQL.test(text)) return;
    for (const [pattern, instead] of IN_SQL)
      for (const { index, 0: words } of text.matchAll(pattern))
        if (!(instead === ' LEFT JOIN ' && /LEFT$/.test(text.slice(0, index))))
          found.push({ from: start + index, to: start + index + words.length, instead });
  };

  const visit = (node) => {
    if (isPassedOver(node)) return;
    if (ts.isBinaryExpression(node) && OPERATORS[node.operatorToken.kind] !== undefined)
      put(node.operatorToken, OPERATORS[node.operatorToken.kind]);
    else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
      put(node, `!!(${node.operand.getText(file)})`);
    else if (node.kind === SyntaxKind.TrueKeyword) put(node, 'false');
    else if (node.kind === SyntaxKind.FalseKeyword) put(node, 'true');
    else if (ts.isIfStatement(node)) put(node.expression, 'false as boolean');
    else if (ts.isConditionalExpression(node)) {
      put(node.condition, '(true as boolean)');
      put(node.condition, '(false as boolean)');
    } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
      const { text } = node.name;
      if (METHODS[text] !== undefined) put(node.name, METHODS[text]);
      if (text === 'filter') put(node.parent, node.expression.getText(file));
    } else if (ts.isNumericLiteral(node) && !ts.isElementAccessExpression(node.parent))
      put(node, String(Number(node.text) + 1));
    else if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node) || ts.isTemplateHead(node))
      inSql(node);
    else if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) inSql(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
