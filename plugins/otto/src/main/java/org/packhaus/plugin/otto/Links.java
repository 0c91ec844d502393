package org.packhaus.plugin.otto;

import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Json;

/** The links of a page. Each interface of OTTO's calls the place where the next one begins by another name. */
final class Links {
    private Links() {}

    /** That parameter of the link to the next page, encoded as it came there. */
    static Optional<String> next(Json body, String parameter) {
        return body.at("links")
                .each()
                .filter(link -> link.at("rel").textOrEmpty().equals("next"))
                .map(link -> link.at("href").textOrEmpty())
                .flatMap(href -> Stream.of(href.substring(href.indexOf('?') + 1).split("&")))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> pair.substring(parameter.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
