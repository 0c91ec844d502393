package org.packhaus.api;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.packhaus.security.ApiDoor;
import org.packhaus.security.ApiGrant;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Component;

/** The one way from a call to the portal: who is it, not too often, and only in the scope of the token. */
@Component
class ApiCalls {
    private final ApiDoor door;
    private final CallLimit limit;

    ApiCalls(ApiDoor door, CallLimit limit) {
        this.door = door;
        this.limit = limit;
    }

    ApiGrant grant(String authorization) {
        ApiGrant grant = door.open(authorization).orElseThrow(ApiProblem::unauthorized);
        Duration wait = limit.count(grant.id());
        if (!wait.isZero()) {
            throw ApiProblem.tooMany(wait);
        }
        return grant;
    }

    <T> T call(String authorization, Permission permission, Supplier<T> work) {
        Set<SellerId> sellers = grant(authorization).sellers(permission);
        if (sellers.isEmpty()) {
            throw ApiProblem.forbidden(permission.name());
        }
        return SellerScope.get(sellers, work);
    }
}
