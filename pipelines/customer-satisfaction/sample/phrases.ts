/** What is said of an order, by how it went. */
export interface Phrases {
  readonly sentences: readonly string[];
  readonly endings: readonly string[];
}

export const GOOD: Phrases = {
  sentences: [
    'Produto ótimo, chegou antes do prazo',
    'Recebi bem antes do prazo estipulado',
    'Recomendo a loja, entrega rápida e produto de excelente qualidade',
    'Adorei, é exatamente como na descrição',
    'Parabéns às lojas Lannister, adorei comprar pela internet, seguro e prático',
    'A qualidade é muito boa e o preço também',
    'Superou as minhas expectativas',
    'Veio tudo certinho, bem embalado e sem avarias',
    'O vendedor é nota 10, respondeu às minhas dúvidas em minutos',
    'Minha mãe amou o presente',
  ],
  endings: ['Recomendo!', 'Muito obrigado.', 'Comprarei mais vezes.', 'Nota 10', 'Até a próxima!', '👏👏'],
};

export const MIDDLING: Phrases = {
  sentences: [
    'O produto é bom, mas a entrega atrasou',
    'Esperava mais pelo preço',
    'A cor não é bem a da foto',
    'Comprei dois e só um chegou, o outro está "a caminho"',
    'É razoável, porém o acabamento deixa a desejar',
    'A embalagem veio amassada, o produto está ok',
    'Não é "original" como diz o anúncio, mas funciona',
    'O tamanho é menor do que eu imaginava',
  ],
  endings: ['Vamos ver quanto tempo dura.', 'Poderia ser melhor.', 'Atende.', 'Ok', 'Fica a dica…'],
};

export const BAD: Phrases = {
  sentences: [
    'Não recebi o produto até agora',
    'Péssimo, veio com defeito e ninguém responde',
    'Comprei um produto e recebi outro, "parecido" segundo a loja',
    'O prazo já passou há 15 dias, e nada da entrega',
    'Quero o meu dinheiro de volta',
    'A nota fiscal veio em nome de outra pessoa',
    'Faltou uma peça na caixa, e não consigo contato com o vendedor',
    'Não recomendo, a propaganda é enganosa',
    'O rastreamento diz "entregue", mas não recebi nada',
    'Chegou quebrado; já é a 2ª vez que isso acontece',
  ],
  endings: ['Não recomendo!', 'Aguardo solução.', 'Decepção total.', 'Nunca mais compro aqui!!!', 'Uma vergonha.'],
};
