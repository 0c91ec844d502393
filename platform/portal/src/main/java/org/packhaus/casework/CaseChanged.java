package org.packhaus.casework;

import org.packhaus.seller.SellerId;

/** Something about a case changed that a view may show. Listen after commit to push it. */
public record CaseChanged(SellerId seller, CaseId id) {}
