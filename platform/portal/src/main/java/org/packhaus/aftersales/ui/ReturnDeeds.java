package org.packhaus.aftersales.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnDecisions.Wished;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;

/** Decides in the name of who clicked, and says of each piece what came of it. */
record ReturnDeeds(ReturnDecisions decisions, CurrentUser user, ReturnWords words) {

    /** Asks, then has the channel told. */
    void ask(List<ReturnRow> wanted, Verdict verdict, @Nullable String suggested, Runnable then) {
        List<ReturnRow> able = wanted.stream()
                .filter(row -> verdict == Verdict.ACCEPT ? row.mayBeAccepted() : row.mayBeRejected())
                .toList();
        if (able.isEmpty()) {
            Toast.failure(text("return.none-able"));
            return;
        }
        List<ReturnReason> reasons = reasons(able);
        new DecisionDialog(able, verdict, reasons, suggested, words, (condition, reason) -> {
                    List<Wished> came = user.inScope(
                            Permission.AFTER_SALES,
                            () -> decisions.decide(
                                    able.stream().map(ReturnRow::id).toList(), verdict, condition, reason));
                    say(able, came);
                    then.run();
                })
                .open();
    }

    /** Those that every channel of these pieces knows. */
    private List<ReturnReason> reasons(List<ReturnRow> rows) {
        List<ReturnReason> common = new ArrayList<>();
        boolean first = true;
        for (var channel : rows.stream().map(ReturnRow::channel).distinct().toList()) {
            List<ReturnReason> known = user.inScope(() -> decisions.reasons(channel));
            if (first) {
                common.addAll(known);
                first = false;
            } else {
                common.retainAll(known);
            }
        }
        return common;
    }

    private void say(List<ReturnRow> wanted, List<Wished> came) {
        long taken = came.stream().filter(Wished::takenUp).count();
        if (taken > 0) {
            Toast.done(text("return.taken-up", taken));
        }
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (Wished wished : came) {
            if (!wished.takenUp()) {
                String name = wanted.stream()
                        .filter(row -> row.id().equals(wished.id()))
                        .map(row -> row.orderNumber() + " " + row.sku())
                        .findFirst()
                        .orElse("");
                refused.computeIfAbsent(Problems.text(wished.code(), wished.text()), why -> new ArrayList<>())
                        .add(name);
            }
        }
        if (!refused.isEmpty()) {
            Toast.failure(refused.entrySet().stream()
                    .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                    .collect(Collectors.joining(" ")));
        }
    }

    private static String text(String key, Object... parameters) {
        return Texts.of(UI.getCurrent().getLocale(), key, parameters);
    }
}
