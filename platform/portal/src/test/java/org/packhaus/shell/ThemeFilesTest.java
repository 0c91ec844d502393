package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DatabaseTest
class ThemeFilesTest {
    @Autowired
    WebApplicationContext web;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return MockMvcBuilders.webAppContextSetup(web)
                .apply(springSecurity())
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
    }

    @Test
    void aBrowserAsksEachTimeWhetherItsCopyIsTheNewest() throws Exception {
        for (String file : new String[] {"portal.css", "components/grid.css", "icons/mark.svg"}) {
            MockHttpServletResponse first = answer(get("/themes/portal/" + file));
            assertThat(first.getStatus()).isEqualTo(200);
            assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
            assertThat(first.getHeader("Last-Modified"))
                    .as("dates in a JAR are all the same")
                    .isNull();
            String etag = Objects.requireNonNull(first.getHeader("ETag"));
            assertThat(answer(get("/themes/portal/" + file).header("If-None-Match", etag))
                            .getStatus())
                    .as("nothing is sent twice")
                    .isEqualTo(304);
            assertThat(answer(get("/themes/portal/" + file).header("If-None-Match", "\"of the last release\""))
                            .getStatus())
                    .isEqualTo(200);
        }
    }
}
