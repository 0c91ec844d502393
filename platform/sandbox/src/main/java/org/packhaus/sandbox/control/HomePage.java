package org.packhaus.sandbox.control;

import java.util.List;
import org.packhaus.sandbox.web.Reply;

/** Tells a person who opens the sandbox in a browser where they are. */
final class HomePage {

    private HomePage() {}

    static Reply show(List<String> operations, String host) {
        StringBuilder list = new StringBuilder();
        operations.stream()
                .filter(o -> !o.startsWith("sandbox."))
                .forEach(o -> list.append("<code>").append(o).append("</code> "));
        return Reply.text(200, "text/html", """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Packhaus sandbox</title>
                <style>body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#222}
                code{background:#f2f2f0;padding:.1em .35em;border-radius:4px;font-size:.9em}</style>
                <h1>Packhaus sandbox</h1>
                <p>This server plays OTTO Market and DHL Parcel DE on their real paths. Nothing leaves this machine: orders, labels
                and charges are made up, and no parcel will ever be collected.</p>
                <p>Look around: <a href="/sandbox/sellers">sellers</a>, <a href="/sandbox/orders">orders</a>,
                <a href="/sandbox/charges">charges</a>, <a href="/sandbox/confirmations">confirmations</a>,
                <a href="/sandbox/faults">faults</a>, <a href="/sandbox/limits">limits</a>.</p>
                <p>Make orders: <code>curl -X POST 'http://%s/sandbox/orders?seller=1&amp;count=40&amp;seed=7'</code></p>
                <p>The control API is described in <code>platform/sandbox/README.md</code>. Operations a fault dial can name: %s</p>
                </html>
                """.formatted(host, list));
    }
}
