package org.safecontact.policy.web;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A document in Markdown as part of a page: markup in it is shown as text, and no link runs anything. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final int LOWEST = 6;

    private Markdown() {}

    static String html(String text) {
        Node document = PARSER.parse(text);
        document.accept(new AsPartOfAPage());
        return RENDERER.render(document);
    }

    /** The page has a heading of its own above, and fetches nothing from elsewhere. */
    private static final class AsPartOfAPage extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + 1, LOWEST));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }
    }
}
