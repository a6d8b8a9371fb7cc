yield break;
