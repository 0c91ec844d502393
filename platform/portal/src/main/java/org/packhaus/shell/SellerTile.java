package org.packhaus.shell;

import com.vaadin.flow.component.html.Span;
import org.packhaus.seller.Mark;

/** The small square that tells sellers apart in a dense list. The name stands beside it or in its title. */
public class SellerTile extends Span {

    public SellerTile(Mark mark, String name) {
        addClassNames("tile", "t" + mark.tone());
        setText(mark.letter());
        getElement().setAttribute("title", name);
        getElement().setAttribute("aria-hidden", "true");
    }

    public SellerTile small() {
        addClassName("s");
        return this;
    }
}
