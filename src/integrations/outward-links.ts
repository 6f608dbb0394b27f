import { defineHastPlugin } from 'satteri';

/** Markdown plugin: links that leave the site keep no handle on this page and tell nobody where the reader comes from. */
export const outwardLinks = defineHastPlugin({
  name: 'outward-links',
  element: {
    filter: ['a'],
    visit(node, context) {
      const { href } = node.properties;
      if (typeof href === 'string' && /^https?:/i.test(href))
        context.setProperty(node, 'rel', ['noopener', 'noreferrer', 'external']);
    },
  },
});
