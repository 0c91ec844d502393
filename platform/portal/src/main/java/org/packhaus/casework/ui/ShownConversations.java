package org.packhaus.casework.ui;

import java.util.List;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.casework.CaseLinks;
import org.packhaus.casework.CaseRow;
import org.packhaus.claim.ClaimId;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Conversations;
import org.springframework.stereotype.Component;

/** The cases about a return or a claim, for those who may see them. */
@Component
class ShownConversations implements Conversations {
    private final CaseLinks links;
    private final CurrentUser user;

    ShownConversations(CaseLinks links, CurrentUser user) {
        this.links = links;
        this.user = user;
    }

    @Override
    public List<Conversation> about(About what, long id) {
        if (!user.may(Permission.AFTER_SALES)) {
            return List.of();
        }
        List<CaseRow> found = user.inScope(Permission.AFTER_SALES, () -> switch (what) {
            case RETURN -> links.about(new ReturnId(id));
            case CLAIM -> links.about(new ClaimId(id));
        });
        return found.stream()
                .map(one -> new Conversation(one.number(), "cases/" + one.id()))
                .toList();
    }
}
