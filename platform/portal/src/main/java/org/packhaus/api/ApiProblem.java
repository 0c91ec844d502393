package org.packhaus.api;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call that is refused, told as RFC 9457 wants it. {@code code} is for programs and does not change. */
final class ApiProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private ApiProblem(HttpStatus status, String code, String detail) {
        super(status, problem(status, code, detail), null);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }

    static ApiProblem unauthorized() {
        ApiProblem problem = new ApiProblem(
                HttpStatus.UNAUTHORIZED,
                "token-invalid",
                "Send a token of yours as 'Authorization: Bearer phk_…'. This one is missing, unknown, revoked or too old.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Packhaus\"");
        return problem;
    }

    static ApiProblem forbidden(String right) {
        return new ApiProblem(
                HttpStatus.FORBIDDEN, "token-rights", "This token has not the right " + right + " for any seller.");
    }

    static ApiProblem tooMany(Duration wait) {
        ApiProblem problem = new ApiProblem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-calls",
                "A token has " + CallLimit.CALLS + " calls a minute. Wait as long as Retry-After says.");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return problem;
    }

    static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "order-unknown", "There is no such order that this token may see.");
    }

    static ApiProblem invalid(String parameter, String expected) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST, "parameter-invalid", "'" + parameter + "' is not right: " + expected);
    }
}
