"""What each side keeps, side by side: propose, agree, renegotiate, and whether it was kept."""
