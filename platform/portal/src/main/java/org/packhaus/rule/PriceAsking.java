package org.packhaus.rule;

import java.util.List;
import org.packhaus.sdk.Service;

/** A product whose price decides about a parcel and can be asked for. */
record PriceAsking(Offer offer, List<Service> services) {}
